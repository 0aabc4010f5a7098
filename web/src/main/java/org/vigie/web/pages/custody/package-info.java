/** What is kept and who had it: the audit log, exports, erasures, restrictions, retention. */
@NullMarked
package org.vigie.web.pages.custody;

import org.jspecify.annotations.NullMarked;
