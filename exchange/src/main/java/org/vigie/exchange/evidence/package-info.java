/** Evidence packages: what was found and how, for somebody who must be able to check it. */
@NullMarked
package org.vigie.exchange.evidence;

import org.jspecify.annotations.NullMarked;
