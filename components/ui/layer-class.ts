/** The look of what floats: the only things with a shadow. */
export const layerClass = 'layer rounded-panel border border-line bg-surface text-ink forced-colors:border-[CanvasText]'

export const backdropClass = 'layer-fade fixed inset-0 z-40 bg-[rgb(0_0_0/0.4)]'
