/** What words mean whatever the language, as a search is told it and as its answer tells it. */
@NullMarked
package org.vigie.search.meaning;

import org.jspecify.annotations.NullMarked;
