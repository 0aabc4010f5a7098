/** Phones, e-mail addresses, links and handles, however they are written. */
@NullMarked
package org.vigie.classifier.entity;

import org.jspecify.annotations.NullMarked;
