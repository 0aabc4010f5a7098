/** The pace at which hosts and addresses are asked. */
@NullMarked
package org.vigie.crawler.politeness;

import org.jspecify.annotations.NullMarked;
