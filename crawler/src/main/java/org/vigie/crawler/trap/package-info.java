/** An end for sites that have none: budgets per host and per URL template. */
@NullMarked
package org.vigie.crawler.trap;

import org.jspecify.annotations.NullMarked;
