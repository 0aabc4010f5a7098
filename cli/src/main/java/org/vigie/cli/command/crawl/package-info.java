/**
 * {@code vigie crawl} and what is asked of a crawl that runs: its seeds, its plan, its status, a
 * pause.
 */
@NullMarked
package org.vigie.cli.command.crawl;

import org.jspecify.annotations.NullMarked;
