/**
 * Commands that look into the index: searches, adverts, clusters, contacts, networks, alerts, and
 * what is exported or delivered of them.
 */
@NullMarked
package org.vigie.cli.command.read;

import org.jspecify.annotations.NullMarked;
