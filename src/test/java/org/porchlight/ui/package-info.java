@NullMarked
package org.porchlight.ui;

import org.jspecify.annotations.NullMarked;
