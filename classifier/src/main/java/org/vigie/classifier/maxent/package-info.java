/** Files of OpenNLP's maximum-entropy models. */
@NullMarked
package org.vigie.classifier.maxent;

import org.jspecify.annotations.NullMarked;
