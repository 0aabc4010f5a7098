/** How sources and models fare, which model is in use, and what machines ask of the console. */
@NullMarked
package org.vigie.web.pages.operation;

import org.jspecify.annotations.NullMarked;
