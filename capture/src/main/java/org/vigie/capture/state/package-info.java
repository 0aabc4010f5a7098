/** What pages and answers carry as data: posts found in JSON, wherever it stands. */
@NullMarked
package org.vigie.capture.state;

import org.jspecify.annotations.NullMarked;
