/** The engine: sources, one capture each, rings of packets, transcoding and MP4 files. Knows no Spring, no Vaadin and no
 * database. */
@NullMarked
package org.porchlight.media;

import org.jspecify.annotations.NullMarked;
