/** What is read of frozen pages and files, held against what a right reader returns. */
@NullMarked
package org.vigie.lab.verify.surfaces;

import org.jspecify.annotations.NullMarked;
