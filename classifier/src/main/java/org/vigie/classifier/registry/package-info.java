/**
 * Which trained models there are, which is in use, and whether their bytes are the approved ones.
 */
@NullMarked
package org.vigie.classifier.registry;

import org.jspecify.annotations.NullMarked;
