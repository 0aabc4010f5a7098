/** The minor-risk route: adverts that nobody is shown and that are handed on without their text. */
@NullMarked
package org.vigie.pipeline.escalation;

import org.jspecify.annotations.NullMarked;
