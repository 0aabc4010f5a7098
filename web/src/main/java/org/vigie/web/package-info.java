/** The console's web server: its addresses, who may ask for them, and how answers leave. */
@NullMarked
package org.vigie.web;

import org.jspecify.annotations.NullMarked;
