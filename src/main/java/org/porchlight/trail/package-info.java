/** Who did what, and from where: only ever added to. */
@NullMarked
package org.porchlight.trail;

import org.jspecify.annotations.NullMarked;
