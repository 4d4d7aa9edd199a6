/** A household at its browsers: the packaged application, in a process of its own, seen through a real Chromium. */
@NullMarked
package org.porchlight.browser;

import org.jspecify.annotations.NullMarked;
