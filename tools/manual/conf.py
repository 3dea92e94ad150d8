"""The settings of Sphinx for the manual; `make docs` builds it."""

project = "Chancery"
html_title = "Chancery"
extensions = ["myst_parser"]
myst_heading_anchors = 4
suppress_warnings = ["myst.header"]  # a page may begin a part at any level
language = "en"

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["css/fonts.css", "css/manual.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
_LIGHT = {
    "color-background-primary": "#fbfaf7",
    "color-background-secondary": "#f5f3ed",
    "color-background-hover": "#efece4",
    "color-background-border": "#d9d5cb",
    "color-foreground-primary": "#1e2430",
    "color-foreground-secondary": "#5b6270",
    "color-foreground-muted": "#5b6270",
    "color-brand-primary": "#1f3a6e",
    "color-brand-content": "#1f3a6e",
    "color-brand-visited": "#4a3a68",
}
_DARK = {
    "color-background-primary": "#14171d",
    "color-background-secondary": "#1b1f27",
    "color-background-hover": "#232833",
    "color-background-border": "#343a45",
    "color-foreground-primary": "#ece8df",
    "color-foreground-secondary": "#a7abb4",
    "color-foreground-muted": "#a7abb4",
    "color-brand-primary": "#8fb0f0",
    "color-brand-content": "#8fb0f0",
    "color-brand-visited": "#bda8e0",
}
_FACES = {
    "font-stack": '"Chancery Sans", system-ui, sans-serif',
    "font-stack--headings": '"Chancery Serif", Georgia, serif',
}
html_theme_options = {
    "light_css_variables": _LIGHT | _FACES,
    "dark_css_variables": _DARK,
    "top_of_page_buttons": [],
}
