@NullMarked
package org.porchlight.token;

import org.jspecify.annotations.NullMarked;
