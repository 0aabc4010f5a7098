/** Where messages about the audit log are sent to, and how it is known that they arrived. */
@NullMarked
package org.vigie.casework.send;

import org.jspecify.annotations.NullMarked;
