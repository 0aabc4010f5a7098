/** Which language a text is in. */
@NullMarked
package org.vigie.classifier.language;

import org.jspecify.annotations.NullMarked;
