/**
 * Pages that show their text only once a script has run, as a browser without a network shows them.
 */
@NullMarked
package org.vigie.crawler.render;

import org.jspecify.annotations.NullMarked;
