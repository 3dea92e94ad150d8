// The course of changes: forth and back, and whether the present state is the one that is saved.

export class Course {
  constructor(first) {
    this.states = [first];
    this.at = 0;
    this.saved = first;
  }

  get now() {
    return this.states[this.at];
  }

  get isChanged() {
    return this.now !== this.saved;
  }

  get canUndo() {
    return this.at > 0;
  }

  get canRedo() {
    return this.at < this.states.length - 1;
  }

  go(next) {
    if (next === this.now) return;
    this.states = [...this.states.slice(0, this.at + 1), next].slice(-MOST);
    this.at = this.states.length - 1;
  }

  // The present state put right, as part of the same step.
  amend(next) {
    this.states[this.at] = next;
  }

  undo() {
    if (this.canUndo) this.at -= 1;
    return this.now;
  }

  redo() {
    if (this.canRedo) this.at += 1;
    return this.now;
  }

  keep(saved) {
    this.saved = saved;
  }
}

const MOST = 300;
