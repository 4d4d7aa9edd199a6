@NullMarked
package org.porchlight.trail;

import org.jspecify.annotations.NullMarked;
