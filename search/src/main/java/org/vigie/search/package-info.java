/**
 * Adverts as documents; queries; stored queries.
 *
 * <p>A {@link org.vigie.search.shard.ShardWriter} writes the records of one shard and can go back
 * to any checkpoint of the stream; an {@link AdvertIndex} reads all shards; {@link StoredQueries}
 * match adverts before they are indexed. Searches and stored queries share one language:
 *
 * <ul>
 *   <li>{@code passport fee}: both words; {@code a OR b}, {@code NOT a}, {@code -a}, parentheses;
 *       AND binds closer than OR; operators are capitals
 *   <li>{@code "passport fee"}, also in quotes of other keyboards: in a row; {@code passp*}: words
 *       that begin so
 *   <li>{@code place:orleans}, {@code place:"saint malo"}, {@code place:(orleans OR lyon)}, {@code
 *       site:jobs*}: whole values, without regard to case and accents; {@code QueryField} lists the
 *       fields; a place is the declared one or a town that the text names, {@code place:"cork, ie"}
 *       that of one country; {@code name:anna}, {@code name:"anna novak"} a person that it names
 *   <li>{@code phone:06 39 98 00 01}: a number as typed, by at least seven of its last digits; such
 *       a run of digits without a field means the number or the same digits in the text
 *   <li>{@code concept:id-document}: a form of a concept in any language; {@code
 *       concept:passport-kept}: a sign by its name; {@code across:(passport fee)}, {@code
 *       across:fr:frais}: words, or forms of the concepts that they are a form of
 *   <li>{@code risk>0.7}, {@code risk<=0.3}: probabilities; {@code after:2026-01-01}, {@code
 *       before:2026-02-01}: days in UTC, the first included, the second not
 * </ul>
 *
 * <p>Most of what others use stands here; the packages below say how it is done. Of these, {@code
 * analysis} is the lowest, then {@code document}; {@code query}, {@code shard} and {@code fact}
 * stand on both, {@code facet}, {@code hit}, {@code group}, {@code alert} and {@code hidden} on
 * those.
 */
@NullMarked
package org.vigie.search;

import org.jspecify.annotations.NullMarked;
