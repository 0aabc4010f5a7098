/** The inbox of alerts, the page of each, how far people are with it, and what they found out. */
@NullMarked
package org.vigie.web.pages.alert;

import org.jspecify.annotations.NullMarked;
