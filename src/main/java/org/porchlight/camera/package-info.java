/** Configured cameras and the one capture that each has. */
@NullMarked
package org.porchlight.camera;

import org.jspecify.annotations.NullMarked;
