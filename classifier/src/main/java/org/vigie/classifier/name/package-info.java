/**
 * Finds persons' names in adverts: a list of given names and the words before names say where to
 * look, an OpenNLP name finder decides.
 */
@NullMarked
package org.vigie.classifier.name;

import org.jspecify.annotations.NullMarked;
