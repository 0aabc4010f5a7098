/** What robots.txt files allow (RFC 9309), unknown counting as nothing. */
@NullMarked
package org.vigie.crawler.robots;

import org.jspecify.annotations.NullMarked;
