/** A crawl that several processes share: its URLs are events in a log, a host has one owner. */
@NullMarked
package org.vigie.crawler.shared;

import org.jspecify.annotations.NullMarked;
