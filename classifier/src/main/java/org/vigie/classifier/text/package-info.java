/** Text with its disguises undone, every position traceable to where it stood. */
@NullMarked
package org.vigie.classifier.text;

import org.jspecify.annotations.NullMarked;
