/** What is read in pictures, held against what was drawn into them. */
@NullMarked
package org.vigie.lab.verify.pictures;

import org.jspecify.annotations.NullMarked;
