package org.porchlight.trail;

/** An owner decided how many months the log is kept; 0: for ever. */
record LogRetentionChanged(int before, int after) {}
