// A guest as the app shows it, from a row of the snapshot.

const LISTS = { names: [], notes: [] };
const TEXTS = {
  name: "", spoken: "", latin: "", organisation: "", office: "", band: "", category: "", seat: "", reply: "",
  representative: "", escort: "",
};

export const guestOf = (row) => (row ? { ...TEXTS, ...LISTS, rank: null, expected: 1, ...row } : null);

// Office and organisation in one line each, neither twice.
export const officesOf = ({ office, organisation }) => [...new Set([office, organisation])].filter(Boolean);
