/** Captures to adverts and next links, without the network. */
@NullMarked
package org.vigie.crawler.extract;

import org.jspecify.annotations.NullMarked;
