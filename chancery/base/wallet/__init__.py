"""
Entry passes for the wallets of telephones: a signed file for Apple Wallet, a signed link for Google Wallet.

Both hold the text of the entry pass as their code, so that a door reads them like any other pass. Nothing is
offered before the operator has laid certificates into `CHANCERY_HOME/wallet/`, see docs/admin/wallet.md.
"""
