/** Addresses of wallets of cryptocurrencies, told by their checksums. */
@NullMarked
package org.vigie.classifier.wallet;

import org.jspecify.annotations.NullMarked;
