package org.porchlight.settings;

/** Published, after the row is written, whenever an owner's change really changes something. */
public record SettingsChanged(Settings before, Settings after) {}
