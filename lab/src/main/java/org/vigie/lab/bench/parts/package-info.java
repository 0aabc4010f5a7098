/** What each part of the assessment costs on real adverts, beside another build if one is given. */
@NullMarked
package org.vigie.lab.bench.parts;

import org.jspecify.annotations.NullMarked;
