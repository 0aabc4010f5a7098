/** The query language: read into a tree of what is meant, then turned into what Lucene runs. */
@NullMarked
package org.vigie.search.query;

import org.jspecify.annotations.NullMarked;
