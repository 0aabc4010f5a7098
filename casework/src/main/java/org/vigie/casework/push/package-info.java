/** Documents to partners' servers by the interfaces that these publish: MISP and TAXII 2.1. */
@NullMarked
package org.vigie.casework.push;

import org.jspecify.annotations.NullMarked;
