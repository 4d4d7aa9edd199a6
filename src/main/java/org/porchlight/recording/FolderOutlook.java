package org.porchlight.recording;

import java.util.OptionalLong;
import org.porchlight.settings.FolderFindings;

/**
 * What is to be expected of a folder, were recordings to go there.
 *
 * @param daysUntilFull at what was recorded a day lately, with nothing removed; empty when that is not known
 */
public record FolderOutlook(FolderFindings findings, OptionalLong daysUntilFull) {}
