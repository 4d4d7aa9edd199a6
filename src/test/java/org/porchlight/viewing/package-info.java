@NullMarked
package org.porchlight.viewing;

import org.jspecify.annotations.NullMarked;
