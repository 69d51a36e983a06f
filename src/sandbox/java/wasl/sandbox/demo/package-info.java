/**
 * The demo's data, made through the product's own use cases while the demo's clock runs from two
 * hundred days ago to today. Every person is invented; every address is at {@code .example}.
 */
package wasl.sandbox.demo;
