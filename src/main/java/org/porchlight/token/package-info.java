/** Tokens with which other programs see one camera, and nothing else. */
@NullMarked
package org.porchlight.token;

import org.jspecify.annotations.NullMarked;
