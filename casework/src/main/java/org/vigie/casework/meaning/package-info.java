/** What adverts say in languages that their readers don't read. */
@NullMarked
package org.vigie.casework.meaning;

import org.jspecify.annotations.NullMarked;
