/** Attacks on a running server, and what it tells browsers. */
@NullMarked
package org.porchlight.web;

import org.jspecify.annotations.NullMarked;
