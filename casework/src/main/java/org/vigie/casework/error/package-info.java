/** User errors that are said in the language of whoever reads them. */
@NullMarked
package org.vigie.casework.error;

import org.jspecify.annotations.NullMarked;
