/** Text with its disguises undone, every position traceable to where it stood. */
@NullMarked
package org.vigie.text;

import org.jspecify.annotations.NullMarked;
