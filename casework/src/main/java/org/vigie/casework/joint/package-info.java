/** Cases that two agencies look into together: questions, answers, and what is taken back. */
@NullMarked
package org.vigie.casework.joint;

import org.jspecify.annotations.NullMarked;
