/** Published warning signs, found by lexicons, contacts and declared fields. */
@NullMarked
package org.vigie.classifier.indicator;

import org.jspecify.annotations.NullMarked;
