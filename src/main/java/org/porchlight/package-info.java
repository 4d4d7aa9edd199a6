/** Porchlight: see who is at the door, from any browser at home. */
@NullMarked
package org.porchlight;

import org.jspecify.annotations.NullMarked;
