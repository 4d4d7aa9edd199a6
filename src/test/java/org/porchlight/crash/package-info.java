/** Kills the application at random moments, and looks whether it kept its promises. */
@NullMarked
package org.porchlight.crash;

import org.jspecify.annotations.NullMarked;
