/** Recorders, the library of files, playback and download. */
@NullMarked
package org.porchlight.recording;

import org.jspecify.annotations.NullMarked;
